export default { telemetry: false, app: { head: { link: [{ rel: "icon", href: "data:," }] } } };
