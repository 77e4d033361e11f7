import { testApp } from "./built-app.mjs";

testApp("Angular", {
	build: ["@angular/cli/bin/ng.js", "build"],
	server: ["dist/server/server.mjs"],
	env: { NG_CLI_ANALYTICS: "false" },
});
