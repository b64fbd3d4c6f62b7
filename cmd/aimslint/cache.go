package main

import (
	"cmp"
	"fmt"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/cache"
)

// cacheVariable names the environment variable that says where the cache is, or
// with "off" that there is none.
const cacheVariable = "AIMSLINT_CACHE"

// cacheFolder is the folder of the cache, "" for none.
func cacheFolder() (string, error) {
	switch folder := os.Getenv(cacheVariable); folder {
	case "off":
		return "", nil
	case "":
		return cache.Folder()
	default:
		return folder, nil
	}
}

// openCache opens the cache; nil if there is none or it cannot be used, which
// costs nothing but time and is said with --verbose.
func (f *requestFlags) openCache(command *cobra.Command) *cache.Cache {
	if f.noCache {
		return nil
	}
	folder, err := cacheFolder()
	if err == nil && folder == "" {
		return nil
	}
	var opened *cache.Cache
	if err == nil {
		opened, err = cache.Open(folder, identity())
	}
	if err != nil && f.verbose {
		fmt.Fprintln(command.ErrOrStderr(), "note: nothing is recalled from earlier runs: "+err.Error())
	}
	if err != nil {
		return nil
	}
	return opened
}

// identity tells programs apart that may judge differently: by their version, and
// builds of changed sources by their file.
func identity() string {
	b := thisBuild()
	id := b.Version + " " + b.Commit + " " + b.Go + " " + b.OPA
	if version != "" {
		return id
	}
	if file, err := os.Executable(); err == nil {
		if info, err := os.Stat(file); err == nil {
			id += " " + strconv.FormatInt(info.Size(), 10) + " " + strconv.FormatInt(info.ModTime().UnixNano(), 10)
		}
	}
	return id
}

func newCache() *cobra.Command {
	command := &cobra.Command{
		Use:   "cache",
		Short: "Show or clean what is kept from earlier runs",
		Long: `What files came to is kept in the user's folder for caches, or in the folder that
` + cacheVariable + ` names ("off" for none), so that those that have not changed need not be
judged again. An entry is found by the content of the file and of what it names, the
rules in force with their severities and parameters, the day and the program. Entries
quote documents; only the user may read them. What nobody has used for five days goes.`,
	}
	group(command, newCacheInfo(), newCacheClean())
	return command
}

func newCacheInfo() *cobra.Command {
	command := &cobra.Command{Use: "info", Short: "Show where the cache is and how large", Args: cobra.NoArgs}
	format := listFormat(command)
	command.RunE = func(command *cobra.Command, _ []string) error {
		folder, err := cacheFolder()
		if err != nil {
			return err
		}
		entries, bytes, err := cache.Size(folder)
		if err != nil {
			return exit{exitIncomplete, err.Error()}
		}
		out := command.OutOrStdout()
		if format.value == "json" {
			return printJSON(out, struct {
				Folder  string `json:"folder"`
				Entries int    `json:"entries"`
				Bytes   int64  `json:"bytes"`
			}{folder, entries, bytes})
		}
		fmt.Fprintf(out, "folder   %s\nentries  %d\nbytes    %d\n", printable(cmp.Or(folder, "none ("+cacheVariable+"=off)")), entries, bytes)
		return nil
	}
	return command
}

func newCacheClean() *cobra.Command {
	command := &cobra.Command{Use: "clean", Short: "Remove all that is kept", Args: cobra.NoArgs}
	command.RunE = func(*cobra.Command, []string) error {
		folder, err := cacheFolder()
		if err != nil || folder == "" {
			return err
		}
		if err := cache.Clean(folder); err != nil {
			return exit{exitIncomplete, err.Error()}
		}
		return nil
	}
	return command
}
