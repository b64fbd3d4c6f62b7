package aimslint.rules.model_card.base_model_version_test

import data.aimslint.rules.model_card.base_model_version

test_silent_when_stated if {
	count(base_model_version.report) == 0 with input as {"model": {"base_models": [{"name": "a", "licence": "MIT", "supplier": "s", "version": "1"}]}}
}

test_silent_without_base_models if {
	count(base_model_version.report) == 0 with input as {"model": {"name": "m"}}
}

test_reports_the_one_that_lacks_it if {
	base_model_version.report == {{"path": ["model", "base_models", 1, "version"], "message": `The base model "b" lacks a version`}} with input as {"model": {"base_models": [{"name": "a", "version": "x"}, {"name": "b"}]}}
}

test_reports_all_at_once if {
	base_model_version.report == {{"path": ["model", "base_models", 0, "version"], "message": "Every base model lacks a version"}} with input as {"model": {"base_models": [{"name": "a"}, {"name": "b"}]}}
}

test_reports_an_unnamed_one if {
	base_model_version.report == {{"path": ["model", "base_models", 0, "version"], "message": "A base model lacks a version"}} with input as {"model": {"base_models": [{"licence": "MIT"}]}}
}

test_reports_a_wrong_type if {
	base_model_version.report == {{"path": ["model", "base_models", 0, "version"], "message": `The base model "a" lacks a version`}} with input as {"model": {"base_models": [{"name": "a", "version": true}]}}
}

test_reports_a_map_in_place_of_the_list if {
	base_model_version.report == {{"path": ["model", "base_models", 0, "version"], "message": `The base model "a" lacks a version`}} with input as {"model": {"base_models": {"name": "a"}}}
}

test_leaves_items_that_are_no_maps_to_base_model_licence if {
	count(base_model_version.report) == 0 with input as {"model": {"base_models": ["a", null]}}
}
