export default definePageConfig({ navigationBarTitleText: '现在付会扣谁' });
