package aimslint.records.data_manifest_test

import data.aimslint.records.data_manifest

test_record_of_a_manifest if {
	record := data_manifest.record with input as {
		"metadata": {"id": "data", "title": "Data", "version": "2", "owner": "office", "supersedes": "old-data"},
		"datasets": [{
			"id": "a", "name": "Admissions", "version": 3, "owner": "office", "role": ["Training", "test"],
			"purpose": "Training", "steward": "engineer",
			"acquisition": {"licence": "MIT", "rights": "Own", "supplier": "vendor", "lawful_basis": "Public task"},
			"personal_data": {"present": true},
			"provenance": {"derived_from": ["b", null, 7, "c "]},
		}],
	}
	record.id == "data"
	record.supersedes == "old-data"
	record.datasets == [{
		"id": "a", "name": "Admissions", "version": "3", "owner": "office", "roles": ["training", "test"],
		"licences": ["MIT"], "rights": "Own", "supplier": "vendor", "personal": true, "derived_from": ["b", "", "", "c"],
		"purpose": "Training", "lawful_basis": true,
	}]
	record.people == [
		{"path": ["metadata", "owner"], "name": "office"},
		{"path": ["datasets", 0, "owner"], "name": "office"},
		{"path": ["datasets", 0, "steward"], "name": "engineer"},
	]
}

test_items_keep_their_places if {
	record := data_manifest.record with input as {"datasets": [null, 7, {"id": "a"}, "b"]}
	[dataset.id | some dataset in record.datasets] == ["", "", "a", ""]
	{dataset.lawful_basis | some dataset in record.datasets} == {false}
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "datasets": true}, {"datasets": {"id": "a"}},
		{"metadata": {"id": ["x"]}, "datasets": [{"id": {}, "role": 7, "acquisition": "x", "personal_data": 7, "provenance": ["x"]}]},
		{"datasets": [{"acquisition": {"licence": {"x": "y"}, "rights": 7}, "provenance": {"derived_from": {"id": "b"}}}]},
	] {
		record := data_manifest.record with input as document
		record.id == ""
	}
}
