/** Each tool with the least that its users configure: an entry, and where the bundle goes. */

import { basename, dirname } from "node:path";
import commonjs from "@rollup/plugin-commonjs";
import nodeResolve from "@rollup/plugin-node-resolve";
import { rspack } from "@rspack/core";
import { build } from "esbuild";
import { rollup } from "rollup";
import webpack5 from "webpack";
import webpack4 from "webpack4";
import { runTool } from "./run.mjs";

const HERE = import.meta.dirname;

export async function withEsbuild(entry, outfile, options) {
	await build({ entryPoints: [entry], outfile, bundle: true, logLevel: "warning", ...options });
}

export async function withRollup(entry, file, { format = "es", plugins = [nodeResolve()] } = {}) {
	const onwarn = ({ message }) => {
		throw new Error(message);
	};
	const bundle = await rollup({ input: entry, plugins, onwarn });
	await bundle.write({ file, format });
}

/** As one configures Rollup for a back end: Node.js's conditions, and CommonJS. */
export function forNode() {
	return [nodeResolve({ exportConditions: ["node"], preferBuiltins: true }), commonjs()];
}

export const withWebpack = (entry, outfile, options) => compiled(webpack5, entry, outfile, options);
export const withRspack = (entry, outfile, options) => compiled(rspack, entry, outfile, options);

/** It knows no syntax newer than ES2020: Babel writes the package in older. Its hash is one that OpenSSL has left. */
export function withWebpack4(entry, outfile) {
	const module = {
		rules: [
			{
				test: /\.m?js$/,
				include: /node_modules\/wechatpay-membercard/,
				use: { loader: "babel-loader", options: { presets: ["@babel/preset-env"], compact: true } },
			},
		],
	};
	return compiled(webpack4, entry, outfile, { module }, { hashFunction: "sha256" });
}

async function compiled(tool, entry, outfile, options, output) {
	const compiler = tool({
		mode: "production",
		optimization: { minimize: false }, // It takes most of the time, and is no matter of the package.
		context: HERE,
		entry: `./${entry}`,
		output: { path: dirname(outfile), filename: basename(outfile), ...output },
		performance: { hints: false },
		...options,
	});
	const stats = await new Promise((resolve, reject) =>
		compiler.run((error, stats) => (error ? reject(error) : resolve(stats))),
	);
	// Webpack 4 needs no closing.
	await new Promise((resolve) => (compiler.close ? compiler.close(resolve) : resolve()));
	const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
	for (const problem of [...errors, ...warnings]) {
		throw new Error(problem.message ?? problem);
	}
}

/** All targets of `package.json` at once, into the folders that these name. */
export function withParcel() {
	runTool("parcel/lib/bin.js", ["build", "--no-cache", "--no-autoinstall"], { PARCEL_WORKERS: "0" });
}
