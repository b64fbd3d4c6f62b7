package policy

// KeepPrecedents has an engine keep what its rules said from a number of documents of
// a kind on; 0 for never.
func KeepPrecedents(e *Engine, documents int64) { e.enough = documents }
