import { testApp } from "./built-app.mjs";
import { installed } from "./run.mjs";

testApp("React Router", {
	build: ["@react-router/dev/bin.cjs", "build"],
	server: [installed("@react-router/serve/bin.cjs"), "build/server/index.js"],
});
