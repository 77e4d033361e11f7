/**
 * The whole package for the endpoints of card-member, and the migration of older cards to them.
 *
 * @packageDocumentation
 */

export {
	type LeftCode,
	type LeftField,
	type Migration,
	type MovedField,
	migrate,
} from "../../migrate/migrate.js";
export { MigrationError, type MigrationErrorCode } from "../../migrate/migration-error.js";
export * from "../shared/whole.js";
export type * from "../types/card-member.js";
