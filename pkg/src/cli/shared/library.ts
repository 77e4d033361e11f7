/** The package itself: the build leaves it beside the command-line tool, so that there is one copy of it. */

export * from "../../entries/index.js";
