/** What web pages and download sites put around a document; whole lines only, never parts of a sentence. */
const NOISE: readonly RegExp[] = [
  /^[\s\\/|·•.…—_-]*$/,
  /^(?:展开|收起|展开全文|阅读全文|查看更多|更多|返回|返回顶部|回到顶部|关闭|关闭窗口|打印|打印本页|收藏|分享|纠错|无障碍|繁体|字体.{0,12}|首页|下载|附件下载|点击下载|相关阅读|相关链接|相关文件|政策解读|解读|责编|我要纠错)$/,
  /^(?:上一篇|下一篇|扫一扫|分享到|微信扫|您当前的?位置|当前位置|您的位置|你的位置|浏览次数|点击数|阅读量|访问量|字号|版权所有|主办单位|承办单位|网站地图|联系我们|技术支持|京ICP|备案号|网站标识码|京公网安备).*$/,
  /^.{0,24}(?:您|你)?当前的?位置\s*[:：].*$/,
  /^[^，。；]{1,80}\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar)(?:\s*[(（].*[)）])?$/i,
  /^-?\s*\d{1,2}、.*(?:文档|下载|客服|版权|退款|举报|会员).*$/,
  /^[^。]*ICP备.*$/,
  /^[—–-]{1,2}\s*\d{1,3}\s*[—–-]{1,2}$/,
  /^第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?$/,
  /^\d{1,3}\s*\/\s*\d{1,3}$/,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /^(?:\[?\s*(?:大|中|小)\s*\]?\s*){2,3}$/,
];

/** Navigation bars: many short words between bars or arrows, and no digits. */
const isNavigation = (line: string): boolean => {
  if (/\d/.test(line)) return false;
  const words = line.split(/[|｜>›»]/);
  return words.length >= 4 && words.every(word => word.trim().length <= 6) && !/序号/.test(line);
};

export const isNoise = (line: string): boolean => NOISE.some(rule => rule.test(line)) || isNavigation(line);
