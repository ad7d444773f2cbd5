export default definePageConfig({ navigationBarTitleText: '代缴详情' });
