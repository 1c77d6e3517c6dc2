/** Errors of devices and their readings; spread into ERRORS. */
export const DEVICES_ERRORS = {
  'devices.serial-taken': {
    status: 409,
    say: '这个设备编号已经登记过',
    doNext: '请核对机身上的编号；如果是换装，请先在原记录上拆除',
  },
  'devices.elder-has-one': {
    status: 409,
    say: '这位老年人家里已经有一只在用的同类设备',
    doNext: '请先拆除旧的，再登记新的',
  },
} as const;
