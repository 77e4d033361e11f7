import { locale, t } from "../i18n/index.js";

/** In words, beside which values of another field a field means something: if that is not in the form, its own help. */
export function relevanceReason({ relevantIf, help }, fields) {
	const other = fields.get(relevantIf.pointer);
	if (other === undefined) {
		return help; // The card has it, and an update cannot change it.
	}
	const nameOf = (value) => {
		const option = other.options.find((option) => option.value === value);
		return option?.label ?? t(value === "true" ? "yes" : "no");
	};
	const values = new Intl.ListFormat(locale(), { type: "disjunction" }).format(relevantIf.values.map(nameOf));
	return t("relevantIf", { field: other.label, values });
}
