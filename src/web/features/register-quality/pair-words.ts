/** A probability as people say it; never 100 %. */
export function sureWords(probability: number): string {
  const percent = probability * 100;
  if (percent >= 99.99) return '99.99%以上';
  return `${percent.toFixed(percent >= 99 ? 2 : 0)}%`;
}

/** The community as people say it, without its committee. */
export const communityWords = (name: string): string => name.replace(/(居|村)(民)?委(员)?会$/, '');
