package aimslint.lib.supplier_test

import data.aimslint.lib.supplier

test_result if {
	supplier.result({"assessment": {"result": "Approved with conditions"}}) == "approved-with-conditions"
	supplier.result({}) == ""
	supplier.result({"assessment": "yes"}) == ""
}

test_rejected if {
	supplier.rejected({"assessment": {"result": "Rejected"}})
	not supplier.rejected({"assessment": {"result": "approved"}})
	not supplier.rejected({})
}
