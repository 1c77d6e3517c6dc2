/** 滨河西里南区社区居委会 → 滨河西里南区社区, 留民营村委会 → 留民营村: people name the place, not its committee. */
export const placeName = (name: string): string =>
  name.replace(/(社区)?(居委会|居民委员会)$/, '社区').replace(/村?(村委会|村民委员会)$/, '村');
