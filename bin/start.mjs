// npm start: checks that this Node can run TypeScript, then starts the product. Plain JavaScript so that any Node can say why not.
if (!process.features.typescript) {
  console.error(
    `当前 Node ${process.version} 不能直接运行本系统。请在 Linux x64 上用 npm ci 安装（会带上 Node 24），再用 npm start 启动；其他系统请先装 Node 24。`,
  );
  process.exit(1);
}
if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.warn('提示：本系统只在 Linux x64 上测试过，当前系统未经测试。');
}
await import('../src/server/main.ts');
