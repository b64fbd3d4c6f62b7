package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
)

func newForecast() *cobra.Command {
	command := &cobra.Command{
		Use:   "forecast [PATH...]",
		Short: "List what lapses when: reviews, training, certificates, assessments, deadlines",
		Long: `List the findings that time alone will bring, each with the first day on which it is
there: reviews that fall due, training, certificates and supplier assessments that
lapse, deadlines that pass. The same rules judge as in 'aimslint check', on other days,
so that it says what 'aimslint check --as-of DAY' will find if nothing is done.

As iCalendar each is an event on the last day on which there is still time.`,
		Example: "  aimslint forecast\n  aimslint forecast --until 2027-12-31 --format ics > aims.ics",
	}
	flags := addRequestFlags(command)
	format := newOneOf("text", "text", "json", "ics")
	command.Flags().Var(format, "format", "how to print the forecast")
	until := command.Flags().String("until", "", "the last `day` to look at, as 2027-03-02 (default: a year from --as-of)")
	command.RunE = func(command *cobra.Command, paths []string) error {
		request, err := flags.request(command, paths)
		if err != nil {
			return err
		}
		last, err := lastDay(request.AsOf, *until)
		if err != nil {
			return err
		}
		forecast, err := scan.Forecast(command.Context(), request, last)
		if err != nil {
			return err
		}
		forecast.Version = thisBuild().Version
		flags.printNotes(command, forecast.Notes)
		out := command.OutOrStdout()
		switch format.value {
		case "json":
			return report.WriteForecastJSON(out, forecast)
		case "ics":
			return report.WriteForecastCalendar(out, forecast)
		}
		return report.WriteForecast(out, forecast, report.Options{
			Color: colored(flags.color.value, out), Quiet: flags.quiet, Verbose: flags.verbose, Width: width(out),
		})
	}
	return command
}

// lastDay is the last day of a forecast.
func lastDay(asOf, until string) (time.Time, error) {
	from, err := time.Parse(time.DateOnly, asOf)
	if err != nil {
		return time.Time{}, err
	}
	if until == "" {
		return from.AddDate(1, 0, 0), nil
	}
	last, err := time.Parse(time.DateOnly, until)
	if err != nil {
		return last, fmt.Errorf("--until %q is not a day; write it as 2027-03-02", until)
	}
	if !last.After(from) {
		return last, fmt.Errorf("--until %s is not after %s, from which the forecast begins", until, asOf)
	}
	return last, nil
}
