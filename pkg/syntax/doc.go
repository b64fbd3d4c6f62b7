// Package syntax turns the text of a file into one tree of values, whichever
// language it was written in: YAML, JSON, Markdown or CSV. Every node keeps
// the place that it came from, so that any later step can point at it.
package syntax
