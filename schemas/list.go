package schemas

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

const suffix = ".schema.json"

// Schema is a schema as a list shows it.
type Schema struct {
	Name        string `json:"name"` // "model-card"
	ID          string `json:"$id"`
	Title       string `json:"title"`
	Description string `json:"description"`
}

// All are the schemas, by name.
var All = sync.OnceValue(func() []Schema {
	entries, err := Files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("embedded schemas: %v", err))
	}
	schemas := make([]Schema, 0, len(entries))
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), suffix)
		content, _ := Get(name)
		s := Schema{Name: name}
		if err := json.Unmarshal(content, &s); err != nil {
			panic(fmt.Sprintf("embedded schema %s: %v", name, err))
		}
		schemas = append(schemas, s)
	}
	return schemas
})

// Get is the text of the schema of a name.
func Get(name string) (content []byte, ok bool) {
	content, err := Files.ReadFile(name + suffix)
	return content, err == nil
}
