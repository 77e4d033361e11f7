import { testApp } from "./built-app.mjs";
import { installed } from "./run.mjs";

testApp("React Router", {
	build: ["@react-router/dev/bin.js", "build"],
	server: [installed("@react-router/serve/bin.js"), "build/server/index.js"],
});
