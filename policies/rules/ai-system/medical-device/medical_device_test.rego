package aimslint.rules.ai_system.medical_device_test

import data.aimslint.rules.ai_system.medical_device

config := {"ai-system/medical-device": {"required_standards": ["ISO 13485", "ISO 14971"]}}

complete := {
	"class": "IIa", "rule": "Rule 11", "standards": ["EN ISO 13485:2016", "iso-14971:2019"], "notified_body": "9999",
	"technical_file": "docs/tf.md", "clinical_evaluation": "docs/ce.md", "post_market_plan": "docs/pms.md",
}

of(device) := {"name": "Sepsis alert", "regulation": {"medical_device": device}}

test_silent_when_complete if {
	count(medical_device.report) == 0 with input as of(complete) with data.config as config
	count(medical_device.report) == 0 with input as of(object.union(object.remove(complete, ["notified_body"]), {"class": "I"})) with data.config as config
}

test_silent_for_what_is_no_device if {
	count(medical_device.report) == 0 with input as of({"class": "not-a-device", "rule": "Plans shifts"}) with data.config as config
}

test_leaves_the_documents_to_the_maker if {
	count(medical_device.report) == 0 with input as object.union(of({"class": "IIa", "rule": "Rule 11"}), {"role": "user"}) with data.config as config
}

test_asks_for_the_notified_body_of_diagnostics if {
	{found.path | some found in medical_device.report} == {["regulation", "medical_device", "notified_body"]} with input as of(object.union(object.remove(complete, ["notified_body"]), {"class": "B"})) with data.config as config
}

test_reports_absence if {
	medical_device.report == {{"path": ["regulation", "medical_device"], "message": `The system "Sepsis alert" lacks its classification as a medical device`}} with input as {"name": "Sepsis alert"} with data.config as config
}

test_reports_each_part if {
	every key in object.keys(object.remove(complete, ["class"])) {
		{found.path | some found in medical_device.report} == {["regulation", "medical_device", key]} with input as of(object.remove(complete, [key])) with data.config as config
	}
	{found.path | some found in medical_device.report} == {["regulation", "medical_device", "class"]} with input as of(object.remove(complete, ["class"])) with data.config as config
	{found.path | some found in medical_device.report} == {["regulation", "medical_device", "rule"]} with input as of({"class": "not-a-device"}) with data.config as config
}

test_reports_a_missing_standard if {
	medical_device.report == {{
		"path": ["regulation", "medical_device", "standards"],
		"message": `The system "Sepsis alert" does not state that it follows ISO 14971`,
	}} with input as of(object.union(complete, {"standards": ["ISO 13485", "ISO 149711"]})) with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}] {
		{found.path | some found in medical_device.report} == {["regulation", "medical_device", "standards"]} with input as of(object.union(object.remove(complete, ["standards"]), {"standards": value})) with data.config as config
	}
}

test_silent_out_of_scope if {
	count(medical_device.report) == 0 with input as {"in_scope": false} with data.config as config
}
