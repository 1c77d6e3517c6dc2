/** What to do when an address cannot be had, in one sentence. */
export function listenFault(error: unknown, at: { variable: string; port: number; host: string }): Error {
  const { variable, port, host } = at;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new Error(`端口 ${port} 已被别的程序占用，请先停掉它，或换一个端口：${variable}=${port + 1} npm start`);
  }
  if (code === 'EACCES') {
    return new Error(`没有权限使用端口 ${port}，请换一个大于 1024 的端口：${variable}=8080 npm start`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Error(`本机没有 ${host} 这个地址，请改 HOST，例如 HOST=127.0.0.1 npm start`);
  }
  return error as Error;
}
