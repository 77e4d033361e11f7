import { testApp } from "./built-app.mjs";

// Its budgets are those that `ng new` writes.
testApp("Angular", {
	build: ["@angular/cli/bin/ng.js", "build"],
	server: ["dist/server/server.mjs"],
	env: { NG_CLI_ANALYTICS: "false" },
	otherPages: ["/all"],
});
