package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/library"
)

func newPolicyBundle() *cobra.Command {
	command := &cobra.Command{
		Use:   "bundle [PATH...]",
		Short: "Pack policies into a bundle that several repositories share",
		Long: `Pack policies with their tests into a bundle of OPA, once 'aimslint policy check' has nothing
against them, and sign it if a private key is given. The same policies give the same bytes,
unless they are signed. The examples of rules stay where they are.`,
		Example: "  aimslint policy bundle --output policies.tar.gz\n  aimslint policy bundle --signing-key key.pem --algorithm ES256 --output policies.tar.gz policies",
		Args:    cobra.ArbitraryArgs,
	}
	flags, config := command.Flags(), configFlag(command)
	output := flags.StringP("output", "o", "policies.tar.gz", "the `file` to write")
	signingKey := flags.String("signing-key", "", "`file` of the private key, in PEM, to sign with")
	algorithm := newOneOf("RS256", library.Algorithms()...)
	flags.Var(algorithm, "algorithm", "of the signature")
	command.RunE = func(command *cobra.Command, paths []string) error {
		if code, done, err := elsewhere(command); done {
			return confinedOutcome(code, err)
		}
		defer impatient(command).Stop()
		own, err := readPolicies(command, *config, paths)
		if err == nil {
			err = own.Check()
		}
		if err != nil {
			return err
		}
		modules := slices.DeleteFunc(slices.Clone(own.Modules), func(m library.Module) bool {
			return !own.asked(m.File) || slices.Contains(own.bundled, m.File)
		})
		if len(modules) == 0 {
			return errors.New("there is no policy to pack that is not in a bundle already")
		}
		private, err := privateKey(*signingKey, algorithm.value)
		if err != nil {
			return err
		}
		var content bytes.Buffer
		if err := library.WriteBundle(&content, modules, private); err != nil {
			return err
		}
		if err := replace(*output, content.Bytes()); err != nil {
			return exit{exitIncomplete, err.Error()}
		}
		_, err = fmt.Fprintf(command.OutOrStdout(), "%s: %s\n", printable(*output), count(len(modules), "policy file"))
		return err
	}
	return command
}

// privateKey reads a key to sign with; nil if none is named.
func privateKey(file, algorithm string) (*library.Key, error) {
	if file == "" {
		return nil, nil //nolint:nilnil // nothing is to be signed
	}
	text, err := os.ReadFile(file) //nolint:gosec // the command line names it
	if err != nil {
		return nil, fmt.Errorf("--signing-key: %w", err)
	}
	return &library.Key{PEM: string(text), Algorithm: algorithm}, nil
}
