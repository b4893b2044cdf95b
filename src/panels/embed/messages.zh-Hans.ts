export const messages = {
  embedWhole: '打开完整地图',
  embedWholeHint: '在新窗口打开完整页面，视图不变',
  embedWheel: '按住 Ctrl 滚动滚轮可缩放地图，或先点一下地图',
  embedWheelMac: '按住 ⌘ 滚动滚轮可缩放地图，或先点一下地图',
  embedTouch: '请用两根手指移动地图',
};
