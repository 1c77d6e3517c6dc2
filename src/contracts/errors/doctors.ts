/** Errors of family doctor contracts; spread into ERRORS. */
export const DOCTORS_ERRORS = {
  'doctors.unknown-doctor': {
    status: 400,
    say: '这位医生不在本街道的家庭医生名单里',
    doNext: '请从名单里另选一位',
  },
  'doctors.no-contract': {
    status: 404,
    say: '这位老年人没有跟您签约，或不在您的名单里',
    doNext: '请向社区核实签的是哪一位医生',
  },
  'doctors.next-contact': {
    status: 400,
    say: '下次随访的日子不对',
    doNext: '请填今天以后、一年以内的日子',
  },
} as const;
