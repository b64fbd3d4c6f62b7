package aimslint.rules.model_card.base_model_licence_test

import data.aimslint.rules.model_card.base_model_licence

test_silent_when_stated if {
	count(base_model_licence.report) == 0 with input as {"model": {"base_models": [{"name": "a", "licence": "MIT", "supplier": "s", "version": "1"}]}}
}

test_silent_without_base_models if {
	count(base_model_licence.report) == 0 with input as {"model": {"name": "m"}}
}

test_reports_the_one_that_lacks_it if {
	base_model_licence.report == {{"path": ["model", "base_models", 1, "licence"], "message": `The base model "b" lacks a licence`}} with input as {"model": {"base_models": [{"name": "a", "licence": "x"}, {"name": "b"}]}}
}

test_reports_all_at_once if {
	base_model_licence.report == {{"path": ["model", "base_models", 0, "licence"], "message": "Every base model lacks a licence"}} with input as {"model": {"base_models": [{"name": "a"}, {"name": "b"}]}}
}

test_reports_an_unnamed_one if {
	base_model_licence.report == {{"path": ["model", "base_models", 0, "licence"], "message": "A base model lacks a licence"}} with input as {"model": {"base_models": [{"version": "1", "x-note": "y", "supplier": "s"}]}}
}

test_reports_a_wrong_type if {
	base_model_licence.report == {{"path": ["model", "base_models", 0, "licence"], "message": `The base model "a" lacks a licence`}} with input as {"model": {"base_models": [{"name": "a", "licence": true}]}}
}

test_reports_a_map_in_place_of_the_list if {
	base_model_licence.report == {{"path": ["model", "base_models", 0, "licence"], "message": `The base model "a" lacks a licence`}} with input as {"model": {"base_models": {"name": "a"}}}
}

test_reports_items_that_are_no_maps if {
	base_model_licence.report == {{"path": ["model", "base_models", 0], "message": `The base model "a" lacks a licence`}, {"path": ["model", "base_models", 1], "message": "A base model lacks a licence"}} with input as {"model": {"base_models": ["a", null, {"name": "b", "licence": "x"}]}}
}
