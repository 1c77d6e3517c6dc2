/**
 * What a lifecycle step was taken on, for a person's timeline; the walk over all screens checks that none is missing.
 * Steps of the file itself, of life events, corrections, cards and looks from outside say it in their own label.
 */
export const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  'comparison-difference': '比对差异',
  duplicate: '疑似重复',
  assessment: '能力评估',
  'benefit-application': '待遇申请',
  'benefit-offer': '待遇提醒',
  'funeral-claim': '丧葬补贴',
  rehearsal: '政策预演',
  'relief-application': '临时救助',
  'relief-warning': '困难预警',
  'payment-check': '核实到账',
  'payment-cycle': '发放',
  'payment-finding': '疑点',
  'payment-recovery': '追缴',
  'letter-telling': '文书告知',
  order: '服务单',
  'home-care-bed': '家庭养老床位',
  caregiver: '护理员',
  alarm: '告警',
  'doctor-contract': '家医签约',
  provider: '服务商',
  facility: '机构',
  'inspection-check': '检查',
  'inspection-draw': '随机抽查',
  'policy-document': '文件',
  'task-assignment': '任务',
  'progress-report': '季度进展',
};
