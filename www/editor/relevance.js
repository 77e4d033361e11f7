import { locale, t } from "../i18n/index.js";

/** Explains when a field is relevant. If the other field is not in the form, returns the field's own help. */
export function relevanceReason({ relevantIf, help }, fields) {
	const other = fields.get(relevantIf.pointer);
	if (other === undefined) {
		return help; // Only the card has that field; an update cannot change it.
	}
	const nameOf = (value) => {
		const option = other.options.find((option) => option.value === value);
		return option?.label ?? t(value === "true" ? "yes" : "no");
	};
	const values = new Intl.ListFormat(locale(), { type: "disjunction" }).format(relevantIf.values.map(nameOf));
	return t("relevantIf", { field: other.label, values });
}
