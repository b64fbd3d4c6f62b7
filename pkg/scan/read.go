package scan

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/source"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// reading is what reading a file came to.
type reading struct {
	format.Recognition

	text *syntax.Text
	// nominated reports whether the file looked like a document, so that what
	// is wrong with it matters.
	nominated bool
	notes     []source.Note
	// comments are those that accept findings, or were meant to.
	comments []*exception.Exception
}

// read takes a file from bytes to documents. A file that does not look like a
// document is not parsed.
func (w *workspace) read(file source.File) (reading, error) {
	l, err := w.load(file)
	if err != nil || len(l.formats) == 0 {
		return l.reading, err
	}
	return w.parse(file, l), nil
}

// loaded is the content of a file and the formats that it may be written in; if
// there are none, reading is all there is.
type loaded struct {
	content []byte
	formats []*format.Format
	reading reading
}

func (w *workspace) load(file source.File) (loaded, error) {
	content, err := file.Read()
	var tooLarge *source.TooLargeError
	switch {
	case errors.As(err, &tooLarge):
		return loaded{reading: w.unread(file, tooLarge)}, nil
	case errors.Is(err, source.ErrChanged):
		return loaded{}, &changedError{file.Path}
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, source.ErrNotRegular):
		if expected(file) {
			return loaded{}, fmt.Errorf("%s: the file went away during the run", file.Path)
		}
		return loaded{reading: skipped(file, "it went away during the run")}, nil
	case err != nil:
		return loaded{}, fmt.Errorf("%w; make it readable or exclude it in .aimslint.yaml", err)
	}
	l := loaded{content: content, formats: w.formats(file, content)}
	if len(l.formats) == 0 && file.Named && file.Language() == "" {
		l.reading = skipped(file, "it is neither YAML, JSON, Markdown nor CSV")
	}
	return l, nil
}

func (w *workspace) parse(file source.File, l loaded) reading {
	formats := l.formats
	text := syntax.NewText(file.Path, l.content)
	tree := syntax.Parse(text, file.Language(), w.limits())
	r := reading{text: text, nominated: true, Recognition: format.Recognise(tree, formats...)}
	if w.explains {
		r.notes = explained(file, format.Others(tree, r.Recognition, formats...))
	}
	if len(format.Judged(formats)) == 0 || len(r.Documents) > 0 && corroborates(r.Documents[0]) {
		return reading{text: text, Recognition: format.Recognition{Documents: r.Documents, Rejections: r.Rejections}, notes: r.notes}
	}
	if !isTemplate(r) && (len(r.Documents) > 0 || len(r.Problems) > 0 || hasInvalid(tree.Problems)) {
		r.Problems = append(slices.Clone(tree.Problems), r.Problems...)
	}
	r.comments = exception.Comments(tree, w.book.known())
	return r
}

// explained are the reasons why a file was not taken for something else.
func explained(file source.File, reasons []string) []source.Note {
	notes := make([]source.Note, len(reasons))
	for i, reason := range reasons {
		notes[i] = source.Note{Path: file.Path, Reason: reason}
	}
	return notes
}

// corroborates reports whether a document describes nothing by itself.
func corroborates(d *document.Document) bool { return format.Named(d.Format).Corroborates }

// formats are those that may hold the file's documents: the one that the
// configuration names, those that the file looks like, or for a file that an
// argument names all of its language.
func (w *workspace) formats(file source.File, content []byte) []*format.Format {
	for _, override := range w.config.Formats {
		if matched, _ := doublestar.Match(w.globs([]string{override.Glob})[0], file.Path); matched {
			return []*format.Format{format.Named(override.Format, w.book.kinds()...)}
		}
	}
	nominated := format.Nominated(file.Path, content, w.book.kinds()...)
	if len(nominated) > 0 || !file.Named {
		return nominated
	}
	return format.For(file.Language(), w.book.kinds()...)
}

// unread is a file that is too large: a fault if it looks like a document by
// its name, else only a note.
func (w *workspace) unread(file source.File, tooLarge *source.TooLargeError) reading {
	if !expected(file) {
		return skipped(file, fmt.Sprintf("it is larger than %d bytes", tooLarge.Limit))
	}
	text := syntax.NewText(file.Path, nil)
	return reading{text: text, nominated: true, Recognition: format.Recognition{Problems: []syntax.Problem{{
		Rule:    syntax.Limit,
		Text:    text,
		Span:    syntax.Span{Start: syntax.Position{Line: 1, Column: 1}, End: syntax.Position{Line: 1, Column: 1}},
		Message: fmt.Sprintf("The file is larger than %d bytes and was not read", tooLarge.Limit),
	}}}}
}

// expected reports whether somebody takes a file for a document that is judged:
// whoever names it, or by its name.
func expected(file source.File) bool {
	return file.Named || len(format.Judged(format.Nominated(file.Path, nil))) > 0
}

func skipped(file source.File, why string) reading {
	return reading{notes: []source.Note{{Path: file.Path, Reason: "skipped, since " + why}}}
}

// unrecognised reports whether a file that should hold a document by its name
// came to nothing.
func unrecognised(file source.File, read reading) bool {
	return read.nominated && len(read.Documents)+len(read.Problems) == 0 && len(format.Judged(format.Nominated(file.Path, nil))) > 0
}

// isTemplate reports whether a file is still to be filled in, which leaves
// nothing else to say of it.
func isTemplate(r reading) bool {
	return slices.ContainsFunc(r.Problems, func(p syntax.Problem) bool { return p.Rule == format.Template })
}

func hasInvalid(problems []syntax.Problem) bool {
	return slices.ContainsFunc(problems, func(p syntax.Problem) bool {
		return p.Rule == syntax.Invalid || p.Rule == syntax.Limit
	})
}
