export default definePageConfig({ navigationBarTitleText: '家庭日历' });
