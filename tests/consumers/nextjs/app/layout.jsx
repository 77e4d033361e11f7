export default function Layout({ children }) {
	return (
		<html lang="zh-CN">
			<head>
				<link rel="icon" href="data:," />
			</head>
			<body>{children}</body>
		</html>
	);
}
