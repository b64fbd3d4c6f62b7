package catalog

import (
	"embed"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"sync"
)

// MappingMeans is what a crosswalk says and what it does not. Show it wherever
// a mapping is shown.
const MappingMeans = "A mapping says that evidence for a requirement is relevant there, never that anything complies with it."

// Framework is another standard, law or framework that evidence for the
// requirements is relevant to.
type Framework struct {
	ID      string  `json:"id"`      // "iso-27001"
	Name    string  `json:"name"`    // "ISO/IEC 27001:2022"
	Title   string  `json:"title"`   // what it is about
	Edition string  `json:"edition"` // the one that its ids are numbered by
	Source  string  `json:"source"`  // page of its publisher
	Entries []Entry `json:"entries"` // in its own order
	// Exceptions are requirements with nothing there, where one could expect it.
	Exceptions []Exception `json:"exceptions,omitempty"`
}

// Entry is a part of a framework and the requirements whose evidence is
// relevant to it.
type Entry struct {
	ID           string   `json:"id"` // as the framework numbers it; "whole" for all of it
	Topic        string   `json:"topic"`
	Requirements []string `json:"requirements"`
	// Source is the statement that the mapping rests on: the harmonized
	// structure of management system standards (ISO/IEC Directives, Part 1,
	// Annex SL), a part on the same subject, an article, a table.
	Source string `json:"source"`
}

// Exception says why requirements have nothing in a framework.
type Exception struct {
	Requirements []string `json:"requirements"`
	Reason       string   `json:"reason"`
}

//go:embed crosswalk/*.json
var crosswalks embed.FS

// Frameworks are all frameworks, by id.
var Frameworks = sync.OnceValue(func() []Framework {
	files, err := crosswalks.ReadDir("crosswalk")
	if err != nil {
		panic("crosswalk: " + err.Error()) // embedded: every test would fail
	}
	frameworks := make([]Framework, len(files))
	for i, file := range files {
		text, err := crosswalks.ReadFile(path.Join("crosswalk", file.Name()))
		if err == nil {
			err = json.Unmarshal(text, &frameworks[i])
		}
		if err != nil {
			panic(file.Name() + ": " + err.Error())
		}
	}
	slices.SortFunc(frameworks, func(a, b Framework) int { return strings.Compare(a.ID, b.ID) })
	return frameworks
})

// GetFramework is the framework of an id.
func GetFramework(id string) (Framework, bool) {
	for _, f := range Frameworks() {
		if f.ID == id {
			return f, true
		}
	}
	return Framework{}, false
}

// For is the part of a framework that concerns one requirement.
func (f Framework) For(requirement string) Framework {
	part := f
	part.Entries, part.Exceptions = nil, nil
	for _, e := range f.Entries {
		if slices.Contains(e.Requirements, requirement) {
			part.Entries = append(part.Entries, e)
		}
	}
	for _, e := range f.Exceptions {
		if slices.Contains(e.Requirements, requirement) {
			part.Exceptions = append(part.Exceptions, e)
		}
	}
	return part
}
