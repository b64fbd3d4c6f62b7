package policies

// Fields are the fields that a rule asks for, each written KIND:PATTERN with "*"
// for any kind, key or index: "risk-register:risks.*.owner", "*:metadata.owner".
// They are read off its failing example (see [pkg/prove]), so that they are what
// the rule really reports at. A rule of the engine has none.
func Fields(id string) []string { return fields[id] }
