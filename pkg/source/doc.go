// Package source finds the files of a repository that may hold documents, and
// reads them within limits. Repositories are untrusted: nothing outside the
// root is opened, no hook or monitor of the repository is run, and only
// regular files are read.
package source
