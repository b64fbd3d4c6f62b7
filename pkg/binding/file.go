package binding

import (
	"context"
	"strings"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// file resolves the path of a file or folder, also if it is given as evidence,
// and compares its digest with the one stated.
func (r *Resolver) file(ctx context.Context, o occurrence, stated *syntax.Node) (verified bool, objected *objection) {
	written := strings.TrimSpace(o.node.Scalar)
	if isURL(written) {
		return false, nil // allowed, and the document's own word
	}
	if o.Sibling == "" {
		written, _, _ = strings.Cut(written, "#") // a place in a document is for people
	}
	if written == "" {
		return false, &objection{rule: fileExists, message: code(o.field()) + " names no file"}
	}
	at, objected := r.locate(o, written, fileExists)
	if objected != nil || stated == nil {
		return objected == nil, objected
	}
	digest, ok := parseDigest(stated.Scalar)
	if !ok {
		return false, nil // for the schema to say
	}
	objected = r.compareDigest(ctx, at, digest)
	if objected != nil {
		objected.atSibling = true
	}
	return objected == nil, objected
}

// namesFile reports whether evidence is a path or a URL. What is an identifier,
// or the name of a record, is for the rules over all documents.
func namesFile(text string) bool {
	text = strings.TrimSpace(text)
	file, _, _ := strings.Cut(text, "#")
	return isURL(text) || looksLikePath(file)
}

// compareDigest holds a digest against the file, against the pointer to it, or
// against what DVC says of it.
func (r *Resolver) compareDigest(ctx context.Context, at target, stated digest) *objection {
	switch {
	case at.info == nil:
		return agreeWith(at.path, stated, at.tracked)
	case at.info.IsDir():
		found, _ := r.tracked(at.path)
		return agreeWith(at.path, stated, found)
	case !at.info.Mode().IsRegular():
		return &objection{rule: digestComparable, message: name(at.path) + " is not a regular file, so that it has no digest"}
	}
	if pointer := r.pointer(at); pointer != nil {
		return agreeWith(at.path, stated, pointer)
	}
	if at.info.Size() > r.options.DigestBytes {
		return &objection{rule: digestComparable, message: name(at.path) + " is larger than limits.digest_bytes, so that its digest was not computed"}
	}
	found, err := r.digest(ctx, at.path, stated.algorithm)
	switch {
	case err != nil:
		return &objection{rule: digestComparable, message: name(at.path) + " " + reason(err)}
	case !found.is(stated):
		return disagreement(at.path, found.primary, nil)
	}
	return nil
}

func disagreement(file string, found digest, related []finding.Location) *objection {
	return &objection{rule: digestAgrees, message: "The digest is not that of " + name(file) + ", which is " + found.String(), related: related}
}

// agreeWith holds a digest against one that a pointer or DVC records.
func agreeWith(file string, stated digest, recorded *tracked) *objection {
	switch {
	case recorded == nil:
		return &objection{rule: digestComparable, message: name(file) + " is a folder, which has a digest only if DVC tracks it"}
	case recorded.within != "":
		return &objection{rule: digestComparable, message: name(file) + " is part of " + name(recorded.within) + ", and only the digest of that folder is recorded"}
	case recorded.digest.algorithm == "":
		return &objection{rule: digestComparable, message: name(recorded.file) + " records no digest of " + name(file)}
	}
	related := []finding.Location{recorded.place}
	if recorded.digest.algorithm != stated.algorithm {
		return &objection{
			rule: digestComparable, related: related,
			message: "Of " + name(file) + " only the digest " + recorded.digest.String() + " is at hand, which cannot be compared with " + stated.algorithm,
		}
	}
	if recorded.digest != stated {
		return disagreement(file, recorded.digest, related)
	}
	return nil
}
