// npm run -s yinian -- <命令>
if (!process.features.typescript) {
  console.error(`当前 Node ${process.version} 不能直接运行。请用 npm run -s yinian -- <命令>（npm ci 会带上 Node 24）`);
  process.exit(1);
}
const { runCommand } = await import('../src/server/cli.ts');
process.exitCode = await runCommand(process.argv.slice(2));
