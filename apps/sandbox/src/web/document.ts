export interface Document {
  readonly title: string;
  readonly scriptPath: string;
  /** The link at the right of the header. */
  readonly link: { readonly href: string; readonly text: string };
  readonly main: string;
}

/** The frame of every page of the sandbox: nobody may take one for an official one. */
export const documentHtml = ({ title, scriptPath, link, main }: Document): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 演示/非官方</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
<script src="${scriptPath}" defer></script>
</head>
<body>
<header class="top">
  <div class="top-in">
    <h1>${title}</h1>
    <span class="badge">演示/非官方</span>
    <a href="${link.href}">${link.text}</a>
  </div>
</header>
${main}
<footer>本页面为演示，非官方系统；人物、机构和金额均为虚构。</footer>
</body>
</html>
`;
