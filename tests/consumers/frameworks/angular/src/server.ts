import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import {
	AngularNodeAppEngine,
	createNodeRequestHandler,
	isMainModule,
	writeResponseToNodeResponse,
} from "@angular/ssr/node";
import * as membercard from "wechatpay-membercard";
import { useAll } from "../scenario.mjs";

const BROWSER = join(import.meta.dirname, "../browser");
const engine = new AngularNodeAppEngine();

export const reqHandler = createNodeRequestHandler(async (request, response) => {
	const file = join(BROWSER, request.url ?? "");
	if (request.url === "/api") {
		response.end(JSON.stringify(await useAll(membercard)));
	} else if (file.endsWith(".js") && existsSync(file)) {
		response.setHeader("Content-Type", "text/javascript");
		createReadStream(file).pipe(response);
	} else {
		const page = await engine.handle(request);
		await writeResponseToNodeResponse(page ?? new Response(null, { status: 404 }), response);
	}
});

if (isMainModule(import.meta.url)) {
	createServer(reqHandler).listen(Number(process.env.PORT), "127.0.0.1");
}
