package format

import (
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Recognition is what became of a file.
type Recognition struct {
	// Documents are the documents that the file holds, all of one format.
	Documents []*document.Document
	// Problems are faults in the text that the format objects to. They may
	// come without a document: a native document of an unknown kind.
	Problems []syntax.Problem
	// Rejections say why each format that nominated the file turned it down,
	// in the order in which they were tried.
	Rejections []Rejection
}

// Rejection is a format's reason for not taking a file.
type Rejection struct {
	Format string // its name
	Reason string // a plain sentence without a full stop
}

// Named is the format of a name, or nil if there is none. Kinds are those of the
// users' own.
func Named(name string, kinds ...string) *Format {
	for _, format := range withKinds(Formats(), kinds) {
		if format.Name == name {
			return format
		}
	}
	return nil
}

// Names are the names of all formats, in order.
func Names() []string {
	formats := Formats()
	names := make([]string, 0, len(formats))
	for _, format := range formats {
		names = append(names, format.Name)
	}
	return names
}

// Nominated are the formats that a file may be written in, told from its name
// and bytes without parsing. If there are none the file need not be parsed.
// The reason for an override (a format that the configuration names for the
// file) is that the caller knows better: it passes that format to [Recognise]
// and does not ask here. Kinds are those of the users' own.
func Nominated(file string, content []byte, kinds ...string) []*Format {
	language := syntax.LanguageOf(file)
	var nominated []*Format
	for _, format := range withKinds(Formats(), kinds) {
		if slices.Contains(format.Languages, language) && format.Nominate(file, content) {
			nominated = append(nominated, format)
		}
	}
	return nominated
}

// Judged are those formats whose documents are judged by themselves.
func Judged(formats []*Format) []*Format {
	return slices.DeleteFunc(slices.Clone(formats), func(f *Format) bool { return f.Corroborates })
}

// Recognise gives the documents that a tree holds. The formats are tried in
// the order given; the first one that finds a document, or a problem that only
// it can explain, has the file.
func Recognise(tree *syntax.Tree, formats ...*Format) Recognition {
	var recognition Recognition
	for _, format := range formats {
		reading := format.Read(tree)
		if format.Name != nativeName && !format.Corroborates && len(reading.Documents) > 0 {
			if problem := template(tree, reading.Documents[0].Kind); problem != nil {
				reading = Reading{Problems: []syntax.Problem{*problem}}
			}
		}
		if reading.Rejection != "" {
			recognition.Rejections = append(recognition.Rejections, Rejection{format.Name, reading.Rejection})
		}
		if len(reading.Documents) > 0 || len(reading.Problems) > 0 {
			recognition.Documents, recognition.Problems = reading.Documents, reading.Problems
			break
		}
	}
	return recognition
}

// For are the formats that are written in a language. Kinds are those of the
// users' own.
func For(language syntax.Language, kinds ...string) []*Format {
	return slices.DeleteFunc(slices.Clone(withKinds(Formats(), kinds)), func(f *Format) bool { return !slices.Contains(f.Languages, language) })
}

// Others says of each of the formats but the one that has the file why it has it
// not, a sentence each without a full stop; nothing if no format has the file.
func Others(tree *syntax.Tree, recognition Recognition, formats ...*Format) []string {
	if len(recognition.Documents) == 0 {
		return nil
	}
	taken := Named(recognition.Documents[0].Format)
	var reasons []string
	for _, format := range formats {
		if format.Name == taken.Name {
			continue
		}
		reason := "it could be both, and the more specific counts"
		if reading := format.Read(tree); len(reading.Documents) == 0 {
			reason = reading.Rejection
		}
		if reason != "" {
			reasons = append(reasons, "read as "+taken.Title+", not as "+format.Title+": "+reason)
		}
	}
	return reasons
}
