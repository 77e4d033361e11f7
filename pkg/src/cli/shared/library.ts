/**
 * The package itself. The build keeps it as a separate file beside the command-line tool, so that there is one copy.
 */

export * from "../../entries/index.js";
