package aimslint.records.model_card_test

import data.aimslint.records.model_card

test_record_of_a_card if {
	record := model_card.record with input as {
		"metadata": {"id": "card", "title": "A card", "version": "2", "owner": "lead", "approved": {"by": "x", "on": "2026-03-02"}},
		"system": "wards",
		"model": {"name": "m", "version": "2.3", "path": "m.onnx", "base_models": [{"name": "b", "supplier": "s"}]},
		"datasets": [{"id": "d1", "role": "training"}, {"id": "d2", "role": "test", "version": 3}],
		"intended_use": {"users": ["nurses", "physicians"], "decisions": "Whom to see first"},
		"human_oversight": "The nurse in charge confirms.",
		"evaluation": [{"metric": "AUROC", "dataset": "d2", "value": 0.8}],
	}
	record.id == "card"
	record.owner == "lead"
	record.approved_on == "2026-03-02"
	record.system == "wards"
	record.model == {"name": "m", "version": "2.3", "licence": "", "path": "m.onnx"}
	record.base_models == [{"name": "b", "version": "", "supplier": "s", "licence": ""}]
	record.datasets == [
		{"id": "d1", "name": "", "version": "", "role": "training"},
		{"id": "d2", "name": "", "version": "3", "role": "test"},
	]
	record.evaluation == [{"id": "", "metric": "AUROC", "dataset": "d2", "slice": "", "group": "", "version": "", "on": ""}]
	record.fairness == []
	record.users == ["nurses", "physicians"]
	record.decisions == ["Whom to see first"]
	record.oversight
	record.people == [{"path": ["metadata", "owner"], "name": "lead"}, {"path": ["metadata", "approved", "by"], "name": "x"}]
}

test_items_keep_their_places if {
	record := model_card.record with input as {"datasets": [null, "d1", 7, {"id": "d2"}]}
	[dataset.id | some dataset in record.datasets] == ["", "d1", "", "d2"]
}

test_always_defined if {
	every document in [{}, {"metadata": "text", "model": 7, "datasets": true, "evaluation": {"metric": ["x"]}, "fairness": [null]}, null, "text"] {
		record := model_card.record with input as document
		record.id == ""
		record.model.name == ""
		not record.oversight
	}
}
