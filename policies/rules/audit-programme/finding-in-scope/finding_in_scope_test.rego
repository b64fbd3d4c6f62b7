package aimslint.rules.audit_programme.finding_in_scope_test

import data.aimslint.rules.audit_programme.finding_in_scope

of(scope, requirement) := found if {
	found := finding_in_scope.report with input as {"audits": [null, {"id": "IA-1", "scope": scope, "findings": [null, {"id": "F-1", "requirement": requirement}]}]}
}

test_silent_in_scope if {
	every scope in [["8", "A.6"], "8", ["8.2"], ["9", "8"]] {
		of(scope, "8.2") == set()
	}
}

test_reports_findings_beyond_the_scope if {
	of(["8", "A.6"], "A.7.2") == {{
		"path": ["audits", 1, "findings", 1, "requirement"],
		"message": `The finding "F-1" of the audit "IA-1" is about A.7.2, which is not in the scope of the audit`,
	}}
	count(of(["8.1"], "8.2")) == 1
}

test_leaves_what_is_missing_or_in_words_to_others if {
	every scope in [null, [], ["8", "the data platform"], 8, {"x": "y"}] {
		of(scope, "A.7.2") == set()
	}
	every requirement in [null, "A.99", 8, ["A.7.2"]] {
		of(["8"], requirement) == set()
	}
	every document in [{}, null, {"audits": "IA-1"}] {
		finding_in_scope.report == set() with input as document
	}
}
