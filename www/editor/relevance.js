import { locale, t } from "../i18n/index.js";

/** In words, beside which values of another field a field means something. */
export function relevanceReason({ relevantIf }, fields) {
	const other = fields.get(relevantIf.pointer);
	const nameOf = (value) => {
		const option = other.options.find((option) => option.value === value);
		return option?.label ?? t(value === "true" ? "yes" : "no");
	};
	const values = new Intl.ListFormat(locale(), { type: "disjunction" }).format(relevantIf.values.map(nameOf));
	return t("relevantIf", { field: other.label, values });
}
