# METADATA
# title: The accreditation body is a member of the International Accreditation Forum
# description: |
#   Members of the IAF recognise each other's accreditations. A certificate whose body was
#   accredited by somebody else, or by nobody, is not recognised beyond the body that issued it.
# custom:
#   severity: error
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: >-
#     Look the accreditation body up at https://iaf.nu. If it is a member, state iaf_member as true,
#     and add its name to the parameter if it is not there; otherwise choose another certification body.
#   parameters:
#     - name: members
#       default: [ACCREDIA, Akkreditierung Austria, ANAB, ATS, BELAC, BoA, CAI, CGCRE, CNAS, COFRAC, DAkkS, DANAK, EGAC, EIAC, ema, ENAC, ESYD, FINAS, GAC, HAA, HKAS, IAS, INAB, INN, IPAC, ISMS-AC, JAB, JAS-ANZ, KAB, KAN, NABCB, NAH, Norwegian Accreditation, NSC, OAA, ONAC, PAB, PCA, PNAC, RENAR, RvA, SAC, SANAS, SCC, SNAS, Swiss Accreditation Service, SWEDAC, TAF, TUNAC, TURKAK, UKAS]
#       description: >-
#         Accreditation bodies for management systems that are members of the IAF, by the name or
#         abbreviation that a record has to contain. A selection; https://iaf.nu lists them all.
#   proof:
#     mutants:
#       accredited_by: [unknown, World Accreditation Authority]
#       iaf_member: [false]
package aimslint.rules.certification.accreditation

import data.aimslint.lib.accreditation
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["accredited_by"], "The accreditation body is not among the known members of the IAF") if {
	field.text(input, ["accredited_by"]) != ""
	every member in data.config["certification/accreditation"].members {
		not contains(words(field.text(input, ["accredited_by"])), words(member))
	}
}

report contains violation.at(["iaf_member"], message) if {
	due
	field.value(input, ["iaf_member"]) != true
	message := "The certification does not state that the accreditation body is a member of the IAF"
}

due if accreditation.begun

due if field.present(input, ["iaf_member"])

# The words in lower case with a blank around each, so that whole words compare.
words(text) := sprintf(" %s ", [trim(regex.replace(lower(text), `[^\pL\pN]+`, " "), " ")])
