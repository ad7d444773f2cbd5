export default definePageConfig({ navigationBarTitleText: '医保码出示记录' });
